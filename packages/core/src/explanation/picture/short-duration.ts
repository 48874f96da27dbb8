/** Seconds as a picture has room for them: "15 h 59 min". */
export function shortDuration(seconds: number): string {
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
