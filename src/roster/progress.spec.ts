import { describe, expect, it } from '@jest/globals';
import { operatorOf } from '../shared/actor.js';
import { UploadsInWork } from './progress.js';

const MINE = operatorOf('11', 'canbo');

describe('UploadsInWork', () => {
  it('tells the sender how far an upload is, and nobody else that there is one', () => {
    const uploads = new UploadsInWork();
    const upload = uploads.begin(MINE, 'a', 2);
    upload.read(1, 40);
    expect(uploads.of(MINE, 'a')).toEqual({ files: 2, filesRead: 1, rowsRead: 40, done: false });
    upload.end();
    expect(uploads.of(MINE, 'a')?.done).toBe(true);
    const none = { files: 0, filesRead: 0, rowsRead: 0, done: false };
    for (const other of [operatorOf('11', 'khac'), operatorOf('12', 'canbo')])
      expect(uploads.of(other, 'a')).toEqual(none);
    expect(uploads.of(MINE, 'b')).toEqual(none);
  });

  it('forgets the oldest when there are too many', () => {
    const uploads = new UploadsInWork();
    for (let number = 0; number < 1_100; number++) uploads.begin(MINE, String(number), 1);
    expect(uploads.of(MINE, '0').files).toBe(0);
    expect(uploads.of(MINE, '1099').files).toBe(1);
  });
});
