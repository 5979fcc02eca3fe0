// Before the first paint, so that a chosen scheme never flashes.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // storage is closed: the system's scheme stands
}
document.documentElement.classList.add('js');
