import { openChance } from '../chance/index.ts';
import { symmetricEigen, tridiagonalEigen } from './eigen.ts';
import type { VoteTable } from './vote-table.ts';

/** The two directions along which people differ most, and what they are measured from. */
export interface Components {
  /** Mean stance of each statement over the people who voted on it, from -1 to 1; 0 for moderated statements. */
  readonly centre: Float64Array;
  /** Two directions of length 1 over the statements (all zero where the votes do not vary that far). */
  readonly axes: readonly [Float64Array, Float64Array];
  /** Share of the whole variance along each axis, from 0 to 1. */
  readonly share: readonly [number, number];
}

/** Up to this many statements the Gram matrix is decomposed whole; above, a Krylov space is grown. */
const GRAM_LIMIT = 64;
/** The residual of an eigenvector, relative to the greatest eigenvalue, at which it counts as found. */
const TOLERANCE = 1e-9;

/**
 * Means of the stances on each statement (OPN-3); moderated statements are 0.
 *
 * @param moderated numbers of the statements that stay out of the map.
 */
export function centreStatements(table: VoteTable, moderated: ReadonlySet<number>): Float64Array {
  const centre = new Float64Array(table.statements.length);
  const seen = new Int32Array(table.statements.length);
  for (let e = 0; e < table.statement.length; e++) {
    const s = table.statement[e] ?? 0;
    centre[s] = (centre[s] ?? 0) + (table.stance[e] ?? 0);
    seen[s] = (seen[s] ?? 0) + 1;
  }
  for (let s = 0; s < centre.length; s++) {
    centre[s] = moderated.has(s) || seen[s] === 0 ? 0 : (centre[s] ?? 0) / (seen[s] ?? 1);
  }
  return centre;
}

/**
 * Finds the two principal components of the votes, a missing vote standing at its statement's mean (OPN-4, OPN-5).
 *
 * Centring turns every missing vote into 0, so only votes are touched. Up to 64 statements the Gram matrix is
 * decomposed by Jacobi rotations; above, the Lanczos process runs with full reorthogonalisation until both
 * residuals are below 1e-9 of the greatest eigenvalue, one pass over the votes per step.
 *
 * @see Golub and Van Loan, Matrix Computations (4th edition), sections 8.5 and 10.1.
 */
export function findComponents(table: VoteTable, moderated: ReadonlySet<number> = new Set()): Components {
  const centre = centreStatements(table, moderated);
  const centred = new Float64Array(table.statement.length);
  let variance = 0;
  for (let e = 0; e < centred.length; e++) {
    const s = table.statement[e] ?? 0;
    const value = moderated.has(s) ? 0 : (table.stance[e] ?? 0) - (centre[s] ?? 0);
    centred[e] = value;
    variance += value * value;
  }
  const size = table.statements.length;
  const found = size <= GRAM_LIMIT ? fromGram(table, centred) : fromKrylov(table, centred);
  const axes = [0, 1].map((i) => orient(found.vectors[i], found.values[i] ?? 0, variance, size));
  const share = [0, 1].map((i) => (variance > 0 ? Math.max(0, found.values[i] ?? 0) / variance : 0));
  return {
    centre,
    axes: [axes[0] ?? new Float64Array(size), axes[1] ?? new Float64Array(size)],
    share: [share[0] ?? 0, share[1] ?? 0],
  };
}

/** Fixes the sign: the entry furthest from 0 is positive, the first of equals (OPN-5). */
function orient(
  vector: Float64Array | undefined,
  value: number,
  variance: number,
  size: number,
): Float64Array {
  if (vector === undefined || !(value > 1e-12 * variance)) return new Float64Array(size);
  let furthest = 0;
  for (const entry of vector) if (Math.abs(entry) > Math.abs(furthest) * (1 + 1e-9)) furthest = entry;
  return vector.map((entry) => (furthest < 0 ? 0 - entry : entry + 0));
}

interface TopPairs {
  readonly values: Float64Array;
  readonly vectors: readonly (Float64Array | undefined)[];
}

function fromGram(table: VoteTable, centred: Float64Array): TopPairs {
  const size = table.statements.length;
  const gram = new Float64Array(size * size);
  for (let p = 0; p < table.people.length; p++) {
    const end = table.personStart[p + 1] ?? 0;
    for (let a = table.personStart[p] ?? 0; a < end; a++) {
      const row = (table.statement[a] ?? 0) * size;
      for (let b = table.personStart[p] ?? 0; b < end; b++) {
        const cell = row + (table.statement[b] ?? 0);
        gram[cell] = (gram[cell] ?? 0) + (centred[a] ?? 0) * (centred[b] ?? 0);
      }
    }
  }
  return symmetricEigen(gram, size);
}

/** One pass over the votes: the votes' Gram matrix times `vector`. */
function multiply(table: VoteTable, centred: Float64Array, vector: Float64Array): Float64Array {
  const product = new Float64Array(vector.length);
  const { personStart, statement } = table;
  for (let p = 0; p < table.people.length; p++) {
    const [start, end] = [personStart[p] ?? 0, personStart[p + 1] ?? 0];
    let sum = 0;
    for (let e = start; e < end; e++) sum += (centred[e] ?? 0) * (vector[statement[e] ?? 0] ?? 0);
    if (sum === 0) continue;
    for (let e = start; e < end; e++) {
      const s = statement[e] ?? 0;
      product[s] = (product[s] ?? 0) + sum * (centred[e] ?? 0);
    }
  }
  return product;
}

function fromKrylov(table: VoteTable, centred: Float64Array): TopPairs {
  const size = table.statements.length;
  const basis: Float64Array[] = [];
  const [diagonal, beside]: [number[], number[]] = [[], []];
  let next = freshDirection(size, basis);
  let [checkAt, closings] = [12, 0];
  while (next !== undefined && closings < 2) {
    basis.push(next);
    const image = multiply(table, centred, next);
    diagonal.push(dot(image, next));
    orthogonalise(image, basis);
    const length = Math.sqrt(dot(image, image));
    const closed = !(length > 1e-12 * Math.max(...diagonal, Number.MIN_VALUE));
    beside.push(closed ? 0 : length);
    if (!closed && basis.length >= checkAt) {
      const ritz = tridiagonalEigen(Float64Array.from(diagonal), Float64Array.from(beside));
      if (isSettled(ritz, length)) return unfold(ritz, basis);
      checkAt = Math.ceil(basis.length * 1.25);
    }
    // A closed space holds each eigenvalue once: a second one, grown from a fresh direction, finds its double.
    if (closed) closings += 1;
    next = closed ? freshDirection(size, basis) : image.map((entry) => entry / length);
  }
  return unfold(tridiagonalEigen(Float64Array.from(diagonal), Float64Array.from(beside)), basis);
}

function isSettled(ritz: ReturnType<typeof tridiagonalEigen>, length: number): boolean {
  const bound = TOLERANCE * (ritz.values[0] ?? 0);
  return [0, 1].every((i) => length * Math.abs(ritz.vectors[i]?.at(-1) ?? 0) <= bound);
}

function unfold(ritz: ReturnType<typeof tridiagonalEigen>, basis: readonly Float64Array[]): TopPairs {
  const size = basis[0]?.length ?? 0;
  const vectors = [0, 1].map((i) => {
    const weights = ritz.vectors[i];
    if (weights === undefined) return undefined;
    const vector = new Float64Array(size);
    for (const [b, direction] of basis.entries()) {
      const weight = weights[b] ?? 0;
      for (let s = 0; s < size; s++) vector[s] = (vector[s] ?? 0) + weight * (direction[s] ?? 0);
    }
    return vector;
  });
  return { values: ritz.values, vectors };
}

/** A direction at right angles to the basis, the same on every machine; none when the basis is whole. */
function freshDirection(size: number, basis: readonly Float64Array[]): Float64Array | undefined {
  if (basis.length >= size) return undefined;
  const chance = openChance(basis.length + 1);
  const direction = Float64Array.from({ length: size }, () => chance.next() - 0.5);
  orthogonalise(direction, basis);
  const length = Math.sqrt(dot(direction, direction));
  return length > 1e-9 ? direction.map((entry) => entry / length) : undefined;
}

/** Twice is enough (Kahan and Parlett): after two passes what is left is rounding. */
function orthogonalise(vector: Float64Array, basis: readonly Float64Array[]): void {
  for (let pass = 0; pass < 2; pass++) {
    for (const direction of basis) {
      const part = dot(vector, direction);
      for (let s = 0; s < vector.length; s++) vector[s] = (vector[s] ?? 0) - part * (direction[s] ?? 0);
    }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Where each person stands: coordinates along the two axes, indexed by person. */
export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Projects every person on the two axes, stretched by √(statements ÷ statements answered), so that who answered
 * little is not drawn to the middle (OPN-6). Moderated statements count as answered by everybody.
 *
 * @see Small and others, "Polis: Scaling Deliberation by Mapping High Dimensional Opinion Spaces" (2021).
 */
export function placePeople(
  table: VoteTable,
  components: Components,
  moderated: ReadonlySet<number> = new Set(),
): Positions {
  const x = new Float64Array(table.people.length);
  const y = new Float64Array(table.people.length);
  for (let p = 0; p < x.length; p++) [x[p], y[p]] = placePerson(table, components, moderated, p);
  return { x, y };
}

/** The position of one person, as {@link placePeople} gives it. */
export function placePerson(
  table: VoteTable,
  components: Components,
  moderated: ReadonlySet<number>,
  person: number,
): readonly [number, number] {
  const { centre, axes } = components;
  let [x, y, answered] = [0, 0, moderated.size];
  const end = table.personStart[person + 1] ?? 0;
  for (let e = table.personStart[person] ?? 0; e < end; e++) {
    const s = table.statement[e] ?? 0;
    if (moderated.has(s)) continue;
    const value = (table.stance[e] ?? 0) - (centre[s] ?? 0);
    answered += 1;
    x += value * (axes[0][s] ?? 0);
    y += value * (axes[1][s] ?? 0);
  }
  const stretch = Math.sqrt(table.statements.length / Math.max(answered, 1));
  return [x * stretch, y * stretch];
}

/** How far each statement lies from the middle of the map if a person only agreed with it: its pull. */
export function pullOfStatements(components: Components): Float64Array {
  const { centre, axes } = components;
  const stretch = Math.sqrt(centre.length);
  return centre.map((mean, s) => (1 - mean) * stretch * Math.hypot(axes[0][s] ?? 0, axes[1][s] ?? 0));
}
