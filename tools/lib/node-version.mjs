// Imported first by every tool; uses nothing that an old Node does not know.
const wanted = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  console.error(
    `Bố Trí cần Node.js ${wanted.join('.')} trở lên; máy này có ${process.versions.node}. Tải tại https://nodejs.org\n` +
      `Bố Trí needs Node.js ${wanted.join('.')} or later; this is ${process.versions.node}.`,
  );
  process.exit(1);
}
