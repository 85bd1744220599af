import { testAccess } from "./access.ts";

testAccess({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
