/** Tests that a step really executed; skipped ones count as failed, because here no test is skipped. */
export type TestCount = { readonly passed: number; readonly failed: number };

/** How a step ended. */
export type Outcome = {
  readonly ok: boolean;
  /** Shown to a person: everything when the step failed, figures only when it passed. */
  readonly lines: readonly string[];
  readonly tests?: TestCount;
};

/** One part of the check, as a person knows it. */
export type Step = {
  readonly name: string;
  /** Slow steps are left out of the quick check. */
  readonly slow: boolean;
  readonly run: () => Promise<Outcome>;
};

/** The sum over all steps: tests as they were counted, and every other step that failed as one failure. */
export function total(outcomes: readonly Outcome[]): TestCount {
  const passed = outcomes.reduce((sum, { tests }) => sum + (tests?.passed ?? 0), 0);
  const failed = outcomes.reduce((sum, { ok, tests }) => sum + Math.max(tests?.failed ?? 0, ok ? 0 : 1), 0);
  return { passed, failed };
}

/** True when nothing failed and at least one test was executed: a run that tested nothing proves nothing. */
export function isGood({ passed, failed }: TestCount): boolean {
  return failed === 0 && passed > 0;
}
