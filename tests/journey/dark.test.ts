import { testAccess } from "./access.ts";

testAccess({ viewport: { width: 360, height: 780 }, colorScheme: "dark" });
