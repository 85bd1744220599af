export { punctuation, quoted } from "../../domain/punctuation.ts";
