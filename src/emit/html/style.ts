/** Light and dark by the reader's own setting; readable without either. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1c2430;--quiet:#5a6472;--line:#d5dae1;--head:#eef2f7;--panel:#f7f9fb;--link:#0b57b0;
--proved:#e4f2dc;--contradicted:#f9cfb5;--unreadable:#ffe699;--corrected:#d6eafa;--error:#b3261e;--warning:#8a5a00}
@media (prefers-color-scheme:dark){:root{--ground:#14181f;--ink:#e5e9ef;--quiet:#a3adba;--line:#39424f;--head:#232b36;--panel:#1b212a;--link:#8ab8f5;
--proved:#203a24;--contradicted:#6b3216;--unreadable:#5c4a08;--corrected:#123a58;--error:#ff9d94;--warning:#f0c060}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1080px;padding:1.5rem 1rem 4rem;background:var(--ground);color:var(--ink);font:16px/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1{font-size:1.7rem;line-height:1.3;margin:0 0 .3rem}h2{font-size:1.3rem;margin:2.5rem 0 .8rem;padding-bottom:.3rem;border-bottom:2px solid var(--line)}h3{font-size:1.08rem;margin:1.6rem 0 .2rem}
header p{margin:.2rem 0;color:var(--quiet)}p{margin:.4rem 0}.badly{color:var(--error)!important;font-weight:600}
a{color:var(--link)}nav{margin:1rem 0 0}nav a{margin-right:1.2rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,9.5rem),1fr));gap:.6rem;margin:1.2rem 0 0}
.tiles div{background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:.6rem .8rem}.tiles dt{font-size:.85rem;color:var(--quiet)}.tiles dd{margin:0;font-size:1.15rem;font-weight:600;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}.tiles span{font-size:.8rem;font-weight:400;color:var(--quiet);white-space:nowrap}
@media (min-width:30rem){.tiles .wide{grid-column:span 2}}
.contents{columns:17rem;column-gap:3.2rem;margin:.6rem 0 0;padding-left:1.6rem;font-size:.92rem}.contents a{margin-right:0}.contents li{break-inside:avoid}.contents span{white-space:nowrap}
figure{margin:1.2rem 0}.chart{overflow-x:auto}.chart svg{display:block;width:100%;min-width:640px;max-width:860px;height:auto}figcaption p{color:var(--quiet);font-size:.9rem}
button{font:inherit;color:var(--link);background:none;border:0;padding:0;text-decoration:underline;cursor:pointer}
details{margin:.4rem 0}summary{cursor:pointer;color:var(--link);font-size:.92rem}
table{border-collapse:collapse;font-size:.88rem;font-variant-numeric:tabular-nums}caption{text-align:left;color:var(--quiet);padding:.3rem 0}
th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:middle}th,.head{background:var(--head);font-weight:600;text-align:center}
.n{text-align:right;white-space:nowrap}.scroll{overflow-x:auto;margin:.4rem 0}.scroll:focus-visible,.chart:focus-visible{outline:2px solid var(--link)}
.plain td{overflow-wrap:anywhere}
.proved{background:var(--proved)}.contradicted{background:var(--contradicted);font-weight:600}.unreadable{background:var(--unreadable)}.corrected{background:var(--corrected)}
td:target,th:target,article:target>h3{outline:3px solid var(--link);outline-offset:-1px}
.findings{padding-left:0;list-style:none}.findings li{background:var(--panel);border:1px solid var(--line);border-left:5px solid var(--line);border-radius:6px;padding:.5rem .9rem;margin:.8rem 0}
.findings .error{border-left-color:var(--error)}.findings .warning{border-left-color:var(--warning)}
.badge{font-size:.85rem;margin-right:.2rem}.error .badge{color:var(--error)}.warning .badge{color:var(--warning)}
blockquote{margin:.4rem 0;padding-left:.8rem;border-left:3px solid var(--line)}cite{font-style:normal;color:var(--quiet);font-size:.88rem}.small{font-size:.88rem;color:var(--quiet)}
.judged{white-space:pre-line;font-size:.92rem}.judged.confirmed strong{color:var(--error)}.judged.dismissed strong{color:var(--quiet)}
.places{display:flex;flex-wrap:wrap;gap:.8rem;align-items:flex-start}.places figure{flex:1 1 24rem;min-width:0;max-width:100%}
.crop{margin:.6rem 0}.crop div{position:relative;max-width:100%;border:1px solid var(--line);border-radius:4px;overflow:hidden;background:#fff}.crop img{display:block;width:100%;height:auto}
.mark{position:absolute;outline:2px solid #d1605e;border-radius:2px}.crop figcaption{font-size:.82rem;color:var(--quiet)}
.legend{padding-left:0;list-style:none;font-size:.9rem}.swatch{display:inline-block;width:1.2em;height:1.2em;margin-right:.5em;border:1px solid var(--line);vertical-align:-.2em}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media print{body{max-width:none}.findings li,figure{break-inside:avoid}}
`;
