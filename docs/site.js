// In the navigation a module is a link inside of a button that opens it, which keyboards and screen readers cannot
// tell apart. The link is put before the button, where it looks the same.
function lift(summary) {
  const link = summary.querySelector("a");
  const entry = summary.parentElement?.parentElement;
  if (link === null || !entry) return;
  const name = document.createElement("span");
  name.className = "unseen";
  name.textContent = `Contents of ${link.textContent ?? ""}`;
  summary.append(name);
  entry.classList.add("lifted");
  entry.prepend(link);
}

const navigation = document.getElementById("tsd-nav-container");
if (navigation !== null) {
  const liftAll = () => {
    for (const summary of navigation.querySelectorAll("summary")) lift(summary);
  };
  new MutationObserver(liftAll).observe(navigation, { childList: true, subtree: true });
  liftAll();
}
