/** The user id of `nobody`. */
const NOBODY = 65_534;

/** Does something without the rights of root, for whom every file can be read. Others have no such rights: they do it as they are. */
export async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return await work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
