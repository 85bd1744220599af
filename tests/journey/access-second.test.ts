import { testAccess } from "./access.ts";

testAccess(1, 2);
