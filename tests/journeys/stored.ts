import type { Page } from '@playwright/test';

/** Rows by store, as `page` finds them on disk; recorded bytes as their length and SHA-256. */
export type Stored = Record<string, Record<string, unknown>[]>;

/** Reads the app's database beside the app. */
export function readStored(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('ippun');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const readAll = (name: string) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const request = database.transaction(name).objectStore(name).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const stored: Record<string, Record<string, unknown>[]> = {};
    for (const name of database.objectStoreNames) {
      const rows = await readAll(name);
      for (const row of rows) {
        if (!(row.bytes instanceof ArrayBuffer)) continue;
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', row.bytes));
        row.length = row.bytes.byteLength;
        row.bytes = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      }
      stored[name] = rows;
    }
    database.close();
    return stored;
  });
}

/** The script as it is on disk of the variant with this title. */
export async function storedScript(page: Page, title: string): Promise<string | undefined> {
  const { variants = [] } = await readStored(page);
  return variants.find((variant) => variant.title === title)?.script as string | undefined;
}
