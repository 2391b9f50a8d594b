const REASONS: Record<string, string> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'it is a file, or lies below one',
  EEXIST: 'it is a file',
  EISDIR: 'it is a folder',
  EACCES: 'this account may not',
  EPERM: 'this account may not',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links go round in a circle',
};

/** Why a command cannot write what it was told to, in a sentence. Any other error is a fault of the code, and keeps its trace. */
export function writeRefusal(what: string, error: unknown): string {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
  if (reason === undefined) throw error;
  return `${what} cannot be written: ${reason}.`;
}
