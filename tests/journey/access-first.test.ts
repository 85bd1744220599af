import { testAccess } from "./access.ts";

testAccess(0, 2);
