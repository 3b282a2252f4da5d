/** Eigenvalues in falling order, with their vectors of length 1 in the same order. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

/**
 * All eigenvalues and vectors of a symmetric matrix, by cyclic Jacobi rotations until the part off the diagonal is
 * below 1e-15 of the whole. For small matrices: work grows with the third power of `size`.
 *
 * @param matrix `size` times `size` numbers, symmetric; it is overwritten.
 * @see Golub and Van Loan, Matrix Computations (4th edition), section 8.5.
 */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const vectors = identity(size);
  const whole = Math.sqrt(matrix.reduce((sum, entry) => sum + entry * entry, 0));
  for (let sweep = 0; sweep < 60 && offDiagonal(matrix, size) > 1e-15 * whole; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotateAway(matrix, vectors, size, [p, q]);
    }
  }
  return sorted(
    Float64Array.from({ length: size }, (_, i) => matrix[i * size + i] ?? 0),
    vectors,
    size,
  );
}

function offDiagonal(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let p = 0; p < size; p++) {
    for (let q = p + 1; q < size; q++) sum += 2 * (matrix[p * size + q] ?? 0) ** 2;
  }
  return Math.sqrt(sum);
}

function rotateAway(
  matrix: Float64Array,
  vectors: Float64Array,
  size: number,
  [p, q]: readonly [number, number],
): void {
  const off = matrix[p * size + q] ?? 0;
  if (off === 0) return;
  const theta = ((matrix[q * size + q] ?? 0) - (matrix[p * size + p] ?? 0)) / (2 * off);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k++) turn(matrix, [k * size + p, k * size + q], cosine, sine);
  for (let k = 0; k < size; k++) {
    turn(matrix, [p * size + k, q * size + k], cosine, sine);
    turn(vectors, [p * size + k, q * size + k], cosine, sine);
  }
}

function turn(numbers: Float64Array, [a, b]: readonly [number, number], cosine: number, sine: number): void {
  const [x, y] = [numbers[a] ?? 0, numbers[b] ?? 0];
  numbers[a] = cosine * x - sine * y;
  numbers[b] = sine * x + cosine * y;
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  return matrix;
}

/** Vectors stand in rows. */
function sorted(values: Float64Array, rows: Float64Array, size: number): Eigen {
  const order = Array.from({ length: size }, (_, i) => i).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  return {
    values: Float64Array.from(order, (i) => values[i] ?? 0),
    vectors: order.map((i) => rows.slice(i * size, (i + 1) * size)),
  };
}

/**
 * All eigenvalues and vectors of a symmetric tridiagonal matrix, by implicit QL steps.
 *
 * @param diagonal its diagonal, length n. @param beside the numbers beside it, length n - 1.
 * @throws {RangeError} if 60 steps do not settle an eigenvalue, which only a number that is not finite can cause.
 * @see Bowdler, Martin, Reinsch and Wilkinson, "The QL and QR algorithms for symmetric matrices" (1968): tql2.
 */
export function tridiagonalEigen(diagonal: Float64Array, beside: Float64Array): Eigen {
  const size = diagonal.length;
  const values = diagonal.slice();
  const off = new Float64Array(size);
  off.set(beside.subarray(0, Math.max(0, size - 1)));
  const vectors = identity(size);
  for (let low = 0; low < size; low++) {
    for (let step = 0; ; step++) {
      const high = splitAt(values, off, low);
      if (high === low) break;
      if (step === 60) throw new RangeError('An eigenvalue does not settle: a number is not finite.');
      stepQl({ values, off, vectors, size }, low, high);
    }
  }
  return sorted(values, vectors, size);
}

function splitAt(values: Float64Array, off: Float64Array, low: number): number {
  let high = low;
  for (; high < values.length - 1; high++) {
    const scale = Math.abs(values[high] ?? 0) + Math.abs(values[high + 1] ?? 0);
    if (Math.abs(off[high] ?? 0) <= Number.EPSILON * scale) break;
  }
  return high;
}

interface QlState {
  readonly values: Float64Array;
  readonly off: Float64Array;
  readonly vectors: Float64Array;
  readonly size: number;
}

function stepQl({ values, off, vectors, size }: QlState, low: number, high: number): void {
  const at = (array: Float64Array, index: number): number => array[index] ?? 0;
  const half = (at(values, low + 1) - at(values, low)) / (2 * at(off, low));
  const root = Math.hypot(half, 1);
  let shifted = at(values, high) - at(values, low) + at(off, low) / (half + (half < 0 ? -root : root));
  let [sine, cosine, carried] = [1, 1, 0];
  for (let i = high - 1; i >= low; i--) {
    const rotated = sine * at(off, i);
    const kept = cosine * at(off, i);
    const length = Math.hypot(rotated, shifted);
    off[i + 1] = length;
    if (length === 0) {
      values[i + 1] = at(values, i + 1) - carried;
      off[high] = 0;
      return;
    }
    sine = rotated / length;
    cosine = shifted / length;
    const base = at(values, i + 1) - carried;
    const gain = (at(values, i) - base) * sine + 2 * cosine * kept;
    carried = sine * gain;
    values[i + 1] = base + carried;
    shifted = cosine * gain - kept;
    for (let k = 0; k < size; k++) turn(vectors, [i * size + k, (i + 1) * size + k], cosine, sine);
  }
  values[low] = at(values, low) - carried;
  off[low] = shifted;
  off[high] = 0;
}
