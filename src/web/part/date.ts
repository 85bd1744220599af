export { dateText, numberText } from "../../api/date.ts";
