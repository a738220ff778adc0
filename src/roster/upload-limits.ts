/** One upload: at most so many workbooks of so many bytes. */
export const MAX_FILES = 50;
export const MAX_BYTES = 25 * 1024 * 1024;
