/** What is made of texts, made once for each. All of it is forgotten when there is too much, so that it cannot grow. */
export class Remembered<T> {
  readonly #most: number;
  readonly #known = new Map<string, T>();

  /** @param most as many results are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** @param make gives the same for the same text; what it throws, or undefined, is not kept */
  of(text: string, make: (text: string) => T): T {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (made === undefined) return made;
    if (this.#known.size >= this.#most) this.#known.clear();
    this.#known.set(text, made);
    return made;
  }
}
