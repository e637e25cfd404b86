import type { Dialogue } from '../dialogue.ts';
import type { Line, Operation } from '../script.ts';
import { FeatureError } from '../table.ts';

/** `the connection uses security profile 2 or 3`. */
export class Profile implements Operation {
  readonly line: Line;
  readonly profiles: readonly number[];
  readonly initiates = true;
  readonly needs = 'nothing';

  constructor(line: Line, text: string) {
    this.line = line;
    this.profiles = text.split(' or ').map(Number);
    if (this.profiles.some((profile) => ![1, 2, 3].includes(profile)))
      throw new FeatureError(line.source, `a security profile is 1, 2 or 3, not "${text}"`);
  }

  async run({ environment }: Dialogue): Promise<void> {
    environment.useSecurityProfile([...this.profiles]);
  }
}
