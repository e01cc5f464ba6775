/** How documents print who publishes them, and what they are: the words around a publisher's name. Lists of plain words, without white space. */
export interface NamingWords {
  /** Before the name and a colon, or as the label of a field: 编制单位：某某局. */
  readonly labels: readonly string[];
  /** The same, where they may name the body above the publisher: 主管部门. Any words may stand around them. */
  readonly superiors: readonly string[];
  /** What an account is of: 部门 of 部门决算. The first also where nothing tells. */
  readonly ranks: readonly string[];
  /** Between the rank and the account: 部门综合预算. */
  readonly scopes: readonly string[];
  /** Behind the account in a title: 部门决算公开说明. */
  readonly publications: readonly string[];
  /** What a part of the document that is about the publisher is called, behind its name: 某某局概况. */
  readonly portraits: readonly string[];
  /** In brackets behind a name, where they say what the account covers and are no part of the name: （汇总）. */
  readonly coverage: readonly string[];
  /** What stands for the publisher without naming it: 本部门. */
  readonly nobody: readonly string[];
}
