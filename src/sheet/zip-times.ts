const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
/** 1 January 1980, 00:00: the first instant a zip can hold. */
const FIXED_TIME = 0;
const FIXED_DATE = 0x0021;

/** Sets the time of every entry of a zip to one fixed instant, in place: equal content, equal bytes. */
export function fixZipTimes(zip: Buffer): Buffer {
  const end = zip.length - END_LENGTH;
  if (zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new RangeError('zip with a comment');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry++) {
    stamp(zip, at + 12);
    stamp(zip, zip.readUInt32LE(at + 42) + 10);
    const names = zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    at += ENTRY_LENGTH + names;
  }
  return zip;
}

function stamp(zip: Buffer, at: number): void {
  zip.writeUInt16LE(FIXED_TIME, at);
  zip.writeUInt16LE(FIXED_DATE, at + 2);
}
