export interface LineModels {
  /** Per line the one it is subtracted from, -1 for none. */
  models: Int32Array;
  /** All lines, each after its model. */
  order: number[];
}

/** How many bytes the difference of two lines takes, roughly; gives up at `limit`. */
function distance(a: Int32Array, b: Int32Array, limit: number): number {
  let bytes = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference === 0) continue;
    bytes += difference >= -64 && difference < 64 ? 1 : 2;
    if (bytes >= limit) return limit;
  }
  return bytes;
}

/** Minimum spanning tree (Prim) over the lines. */
export function modelLines(lines: readonly Int32Array[]): LineModels {
  const models = new Int32Array(lines.length).fill(-1);
  const nearest = new Float64Array(lines.length).fill(Infinity);
  const rest = new Set(lines.keys());
  const order: number[] = [];
  let current = 0;
  while (true) {
    order.push(current);
    rest.delete(current);
    if (rest.size === 0) break;
    let next = -1;
    for (const line of rest) {
      const bytes = distance(
        lines[line] as Int32Array,
        lines[current] as Int32Array,
        nearest[line] as number,
      );
      if (bytes < (nearest[line] as number)) {
        nearest[line] = bytes;
        models[line] = current;
      }
      if (next === -1 || (nearest[line] as number) < (nearest[next] as number)) next = line;
    }
    current = next;
  }
  return { models, order };
}

/** Each line less its model. */
export function subtractModels(lines: readonly Int32Array[], models: Int32Array): Int32Array[] {
  return lines.map((line, i) => {
    const model = lines[models[i] as number];
    return model ? line.map((value, j) => value - (model[j] as number)) : line;
  });
}

/** Rows to columns. */
export function transpose(lines: readonly Int32Array[]): Int32Array[] {
  return Array.from(lines[0] ?? [], (_, j) => Int32Array.from(lines, (line) => line[j] as number));
}

/** Each value less the one before: lines that differ by a constant become alike. */
function gradients(lines: readonly Int32Array[]): Int32Array[] {
  return lines.map((line) => line.map((value, i) => value - (line[i - 1] ?? 0)));
}

/**
 * The connection costs are sums of weights of features that ids share, so most rows nearly repeat another, and the same
 * holds for columns. Each column is stored less the column it resembles most, each row of that less the row it resembles
 * most: almost three quarters of the cells become zero. Which column is best depends on the rows' models and the other
 * way round; another turn changes less than a thousandth.
 */
export function modelMatrix(rows: readonly Int32Array[]): {
  rows: LineModels;
  columns: LineModels;
  residuals: Int32Array[];
} {
  const columnLines = transpose(rows);
  const guess = modelLines(gradients(columnLines));
  const rowModels = modelLines(transpose(subtractModels(columnLines, guess.models)));
  const columnModels = modelLines(transpose(subtractModels(rows, rowModels.models)));
  const residuals = subtractModels(
    transpose(subtractModels(columnLines, columnModels.models)),
    rowModels.models,
  );
  return { rows: rowModels, columns: columnModels, residuals };
}
