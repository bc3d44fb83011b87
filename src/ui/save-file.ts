/** Hands a file to the person through the browser's download. */
export function saveFile(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  // Characters that file systems refuse.
  link.download = fileName.replaceAll(/[\\/:*?"<>|]/g, '_');
  link.click();
  // Safari reads the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
