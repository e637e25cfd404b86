/**
 * Loaded before everything else: whatever is read from a frame cannot be changed any more. The two parties of a
 * connection and the trace look at the same object, so that a party that changes what it got would change the evidence.
 */
const parse = JSON.parse;
const isFrame = (value) => Array.isArray(value) && (value[0] === 2 || value[0] === 3 || value[0] === 4);

function freeze(value) {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  for (const member of Object.values(value)) freeze(member);
}

JSON.parse = (text, reviver) => {
  const value = parse(text, reviver);
  if (isFrame(value)) freeze(value);
  return value;
};
