// Puts the reader's chosen appearance on <html> before anything is painted, so that a dark page
// does not flash white first. The app writes what is read here; see src/settings.rs.

const KEY = "motcua.settings";

/** Which setting becomes which attribute. */
const ATTRIBUTES = {
  language: "lang",
  theme: "data-theme",
  textSize: "data-text-size",
  contrast: "data-contrast",
  motion: "data-motion",
};

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    // Storage is forbidden, or holds what the app never wrote: the page's own defaults stand.
    return {};
  }
}

const settings = kept();
for (const [setting, attribute] of Object.entries(ATTRIBUTES)) {
  if (typeof settings[setting] === "string") {
    document.documentElement.setAttribute(attribute, settings[setting]);
  }
}

// The prerendered shell is the first screen; any other address only says that it is coming.
if (location.pathname !== "/") document.documentElement.setAttribute("data-deep", "");
