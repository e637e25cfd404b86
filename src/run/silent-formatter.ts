/** A formatter of Cucumber that says nothing: what there is to say of a run is in reports of our own. */
export default { type: 'formatter', formatter(): void {} };
