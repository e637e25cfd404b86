/** Counts what the CSMS has begun and not finished. */
export class Activity {
  #running = 0;
  #waiting: (() => void)[] = [];

  get busy(): boolean {
    return this.#running > 0;
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.busy) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Counts `task` until it ends, well or badly. @returns the task */
  track<T>(task: Promise<T>): Promise<T> {
    this.#running++;
    const ended = () => {
      this.#running--;
      if (!this.busy) for (const wake of this.#waiting.splice(0)) wake();
    };
    task.then(ended, ended);
    return task;
  }
}
