/** The key under which the guide's pages keep the theme, too. */
export const THEME_KEY = "tsd-theme";

/** `os`, `light` or `dark`, as the guide's pages write it. */
export function readTheme(): string {
  try {
    return localStorage.getItem(THEME_KEY) ?? "os";
  } catch {
    return "os"; // storage can be forbidden
  }
}

document.documentElement.dataset["theme"] = readTheme();
