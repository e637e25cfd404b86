import { vi } from 'vitest';
import { main } from '../../src/cli/main.ts';

export interface Said {
  exit: number;
  out: string;
  err: string;
}

/** Runs a command of ocppspec in this process, and catches what it says. */
export async function ocppspec(...args: string[]): Promise<Said> {
  const said = { out: '', err: '' };
  const hear = (name: 'out' | 'err') => (text: unknown) => {
    said[name] += text;
    return true;
  };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(hear('out'));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(hear('err'));
  try {
    return { exit: await main(args), ...said };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}
