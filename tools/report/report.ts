/** One thing that a checker found wrong, at its place. */
export type Finding = {
  /** Path from the root of the project, with `/`. */
  readonly path: string;
  /** Line, from 1; absent where the finding concerns the whole file. */
  readonly line?: number;
  readonly message: string;
};

/** What one checker did: what it found, and how much it read, so that reading nothing cannot pass for finding nothing. */
export type Report = {
  readonly findings: readonly Finding[];
  /** Files (or modules) really read. */
  readonly read: number;
  /** Fewer files read than this is a failure of the checker itself. */
  readonly floor: number;
  /** Figures to show, such as medians; never a reason to fail. */
  readonly notes: readonly string[];
};

/** True when nothing was found and at least the floor was read. */
export function isClean(report: Report): boolean {
  return report.findings.length === 0 && report.read >= report.floor;
}

/** The report as lines for a person: findings as `path:line message`, then a floor that was missed, then the notes. */
export function linesOf(report: Report): readonly string[] {
  const found = report.findings.map(
    ({ path, line, message }) => `${path}${line === undefined ? '' : `:${line}`} ${message}`,
  );
  const missed =
    report.read < report.floor
      ? [`only ${report.read} files were read; at least ${report.floor} expected`]
      : [];
  return [...found, ...missed, ...report.notes];
}
