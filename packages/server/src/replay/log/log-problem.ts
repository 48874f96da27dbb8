/** Why a log as a whole cannot be read any further; rows that cannot be used are refused one by one instead. */
export class LogProblem extends Error {
  override readonly name = 'LogProblem';
}
