import { parseDump } from "newsdump";

globalThis.answer = JSON.stringify(parseDump(Uint8Array.from(globalThis.bytes)));
