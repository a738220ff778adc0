/** Runs a tool's work; what it throws goes to stderr in plain words. */
export async function orFail(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
