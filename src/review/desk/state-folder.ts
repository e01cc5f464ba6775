import { homedir } from 'node:os';
import path from 'node:path';

/**
 * The folder for what juesuan remembers of this user between runs: by the XDG Base Directory Specification `$XDG_STATE_HOME/juesuan`, of
 * `~/.local/state` where that is not set or no absolute path; on Windows `%LOCALAPPDATA%\juesuan`. Null where the user has no home.
 */
export function stateFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform, home = homeOrNull()): string | null {
  const given = platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_STATE_HOME'];
  if (given !== undefined && path.isAbsolute(given)) return path.join(given, 'juesuan');
  if (home === null) return null;
  return path.join(home, ...(platform === 'win32' ? ['AppData', 'Local'] : ['.local', 'state']), 'juesuan');
}

function homeOrNull(): string | null {
  try {
    const home = homedir();
    return path.isAbsolute(home) ? home : null;
  } catch {
    // An account without an entry in the list of users has none.
    return null;
  }
}
