/** What a bench found out about one thing. Times are in milliseconds unless `unit` says otherwise. */
export interface Figure {
  what: string;
  measured: number;
  unit?: string;
  /** The least that the same work takes, measured in the same run. */
  floor?: number;
  /** Most that is allowed: of `measured / floor` where there is a floor, of `measured` where there is none. */
  limit: number;
  /** What helps to read the figure. */
  note?: string;
}

/** One kind of measurement. */
export interface Bench {
  name: string;
  run(): Promise<Figure[]>;
}

/** What the limit is about. */
export const held = ({ measured, floor }: Figure): number => (floor === undefined ? measured : measured / floor);

export const keepsLimit = (figure: Figure): boolean => held(figure) <= figure.limit;
