/** Before the text of a document in the protocol's binary form. */
const VERSION = 1;

/**
 * A document as a parameter of type `jsonb`, in bytes: the text that it is made of is gone at once, and does not wait while
 * the database works. Texts of megabytes that wait so are held by the engine long after.
 */
export function jsonbParameter(document: unknown): Buffer {
  const text = JSON.stringify(document);
  const bytes = Buffer.allocUnsafeSlow(1 + Buffer.byteLength(text));
  bytes[0] = VERSION;
  bytes.write(text, 1);
  return bytes;
}
