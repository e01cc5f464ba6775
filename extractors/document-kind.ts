/** `document.kind` of the documents that are told apart, whether their tables are read or not. */
export type DocumentKind = '部门决算' | '单位决算' | '部门预算' | '单位预算';
