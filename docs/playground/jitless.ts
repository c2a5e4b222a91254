import * as z from "zod";

/**
 * Whether zod keeps from compiling code, as it does once this module is loaded. It must be loaded before any schema
 * is made: zod otherwise tries whether it may compile, which the page's Content-Security-Policy forbids and the
 * browser reports.
 */
export const isJitless: boolean = z.config({ jitless: true }).jitless === true;
