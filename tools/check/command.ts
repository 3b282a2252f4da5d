import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Outcome } from './step.ts';

/** A command that ended: its code and everything it wrote, in order. */
export type Ended = { readonly code: number; readonly output: string };

/** Runs a program to its end with `root` as its folder, and keeps what it writes. */
export function runToEnd(root: string, program: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', CI: 'true' };
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The path of a tool of node_modules/.bin. */
export function tool(root: string, name: string): string {
  return join(root, 'node_modules', '.bin', name);
}

/** A tool that says what is wrong and ends with a code: no more than that is read. */
export async function toolOutcome(root: string, name: string, args: readonly string[]): Promise<Outcome> {
  const { code, output } = await runToEnd(root, tool(root, name), args);
  return { ok: code === 0, lines: code === 0 ? [] : output.trimEnd().split('\n') };
}
