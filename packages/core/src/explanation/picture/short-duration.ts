/** Seconds as a picture has room for them: "15 h 59 min", "−5 s" where more was taken back than logged. */
export function shortDuration(seconds: number): string {
  if (seconds < 0) return `−${shortDuration(-seconds)}`;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  const parts = [
    hours > 0 ? `${hours} h` : '',
    minutes > 0 ? `${minutes} min` : '',
    rest > 0 || seconds === 0 ? `${rest} s` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
