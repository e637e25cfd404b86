import { CucumberExpression, ParameterType, ParameterTypeRegistry } from '@cucumber/cucumber-expressions';
import { nearest } from './nearest.ts';
import type { Line, Operation } from './script.ts';
import { FeatureError } from './table.ts';

/** A sentence of the vocabulary and how the operations of a line are made of it. */
export interface Sentence {
  /** A Cucumber expression; an optional colon announces a table. */
  pattern: string;
  // biome-ignore lint/suspicious/noExplicitAny: the arguments are as many and of such types as the pattern has parameters
  read: (line: Line, before: readonly Operation[], ...args: any[]) => Operation | readonly Operation[];
}

interface Match {
  sentence: Sentence;
  /** What stands in place of each parameter, and which that is. */
  args: readonly { text: string; parameter: ParameterDescription | undefined }[];
}

interface ParameterDescription {
  name: string;
  regexp: RegExp;
  /** Makes a value of the text. @throws Error that says what is allowed */
  transform: (text: string) => unknown;
}

/** All sentences and parameters that a scenario may use, in the order in which they were defined. */
export class Vocabulary {
  readonly sentences: Sentence[] = [];
  readonly parameters: ParameterDescription[] = [];
  readonly #registry = new ParameterTypeRegistry();
  readonly #expressions = new Map<Sentence, { expression: CucumberExpression; piece: string }>();
  /** Sentences that fit, by the text of a line: many lines say the same, and each is asked about more than once. */
  readonly #matches = new Map<string, readonly Match[]>();

  defineParameter(name: string, regexp: RegExp, transform: (text: string) => unknown = (text) => text): void {
    if (new RegExp(`|${regexp.source}`).exec('')?.length !== 1) throw new Error(`{${name}} must have no capturing groups of its own`);
    this.parameters.push({ name, regexp, transform });
    // The text is turned into a value when a line is read, so that a mistake can be reported with its place.
    this.#registry.defineParameterType(new ParameterType(name, regexp, null, (text: string) => text, false, false));
  }

  define(pattern: string, read: Sentence['read']): void {
    const sentence = { pattern, read };
    this.sentences.push(sentence);
    this.#matches.clear();
    this.#expressions.set(sentence, { expression: new CucumberExpression(pattern, this.#registry), piece: longestPiece(pattern) });
  }

  /** Makes the operations of a line. @throws FeatureError if no sentence or more than one fits, or a parameter is wrong */
  read(line: Line, before: readonly Operation[]): readonly Operation[] {
    const [first, second] = this.#matching(line.text);
    if (!first)
      throw new FeatureError(
        line.source,
        `no sentence of the vocabulary fits "${line.text}"${nearest(
          line.text,
          this.sentences.map(({ pattern }) => pattern),
        )}`,
      );
    if (second)
      throw new FeatureError(line.source, `more than one sentence fits: "${first.sentence.pattern}" and "${second.sentence.pattern}"`);
    if (line.table && !/:\)?$/.test(first.sentence.pattern)) throw new FeatureError(line.source, 'this sentence takes no table');
    return [first.sentence.read(line, before, ...first.args.map(({ text, parameter }) => valueIn(text, parameter, line)))].flat();
  }

  #matching(text: string): readonly Match[] {
    const known = this.#matches.get(text);
    if (known) return known;
    const matches = [...this.#expressions].flatMap(([sentence, { expression, piece }]) => {
      if (!text.includes(piece)) return [];
      // Each parameter is one capturing group. Expressions also know where in a text it is, which takes long to find out.
      const [fits, ...args] = expression.regexp.exec(text) ?? [];
      return fits === undefined ? [] : [{ sentence, args: this.#withParameters(args, sentence) }];
    });
    this.#matches.set(text, matches);
    return matches;
  }

  #withParameters(args: readonly string[], sentence: Sentence): Match['args'] {
    const names = namesIn(sentence);
    return args.map((text, index) => ({ text, parameter: this.parameters.find(({ name }) => name === names[index]) }));
  }
}

function valueIn(text: string, parameter: ParameterDescription | undefined, { source }: Line): unknown {
  try {
    return parameter ? parameter.transform(text) : text;
  } catch (error) {
    throw new FeatureError(source, (error as Error).message);
  }
}

/** The most of a pattern that stands in every line that fits as it is: no parameter, nothing optional, no alternative. */
function longestPiece(pattern: string): string {
  const pieces = pattern.split(/\{\w*\}|\\.|\([^)]*\)|\S*\/\S*/);
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}

/** The names of the parameters of a sentence, in their order. */
const namesIn = ({ pattern }: Sentence): string[] => Array.from(pattern.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);

export const VOCABULARY = new Vocabulary();
