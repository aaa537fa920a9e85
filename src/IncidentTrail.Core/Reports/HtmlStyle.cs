namespace IncidentTrail.Reports;

/// <summary>
/// The style of every page. Colours come in a light and a dark set; print takes the light one. <c>td[data-column=Time]</c> stands for the
/// cells of that column, which <see cref="HtmlColumns"/> knows by their places. Tables and drawings are laid out when they come into sight, or a
/// page of a thousand incidents would take minutes to open; paper has all of them.
/// </summary>
internal static class HtmlStyle
{
    internal const string Text = """

        :root{color-scheme:light dark;--page:#fff;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--panel:#f6f8fa;--link:#0550ae;
        --open:#fff1e5;--resolved:#e6f6ec;--unknown:#eef0f3;--mark:#0550ae;--fail:#b3261e;--focus:#bf5b04}
        @media (prefers-color-scheme:dark){:root{--page:#0f1419;--ink:#e6edf3;--soft:#9da7b1;--line:#39424d;--panel:#1a2129;
        --link:#79b8ff;--open:#3d2a15;--resolved:#15301f;--unknown:#242b33;--mark:#79b8ff;--fail:#ff8a80;--focus:#ffb86b}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:76rem;padding:1rem;background:var(--page);color:var(--ink);
        font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
        h1{font-size:1.6rem;line-height:1.25}h2{margin-top:2.5rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
        h3{margin-top:2rem}a{color:var(--link)}
        a:focus-visible,summary:focus-visible,pre:focus-visible,.scroll:focus-visible,.drawing:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
        .skip{position:absolute;left:-999rem}.skip:focus{position:static}
        nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;list-style:none}
        .facts{border:1px solid var(--line)}.facts th{width:12rem;background:none;color:var(--soft);font-weight:normal}
        .scroll,.drawing{content-visibility:auto;contain-intrinsic-size:auto 30rem;overflow-x:auto}.scroll,figure{margin:1rem 0}
        table{border-collapse:collapse;width:100%}
        caption{text-align:left;font-weight:600;padding:.25rem 0}
        th,td{text-align:left;vertical-align:top;padding:.4rem .5rem;border-bottom:1px solid var(--line)}
        td{min-width:5rem}td[data-column=Caller]{min-width:11.75rem}td[data-column="First and last"]{min-width:12.5rem}
        td[data-column=Addresses]{min-width:9rem}td[data-column="Access keys"]{min-width:15rem}td[data-column="No."]{min-width:0}
        td[data-column=Credentials]{min-width:18.5rem}td[data-column=Step]{width:42%}td[data-column=Change]{width:38%}
        th{background:var(--panel);white-space:nowrap}
        td[data-column=Time],td[data-column=Began],td[data-column=Account],td[data-column=Status],td[data-column=Impact],td[data-column="No."],td.see a{white-space:nowrap}
        tr.failed td{color:var(--fail)}tr.inferred td{font-style:italic}
        tr:target td,tr:focus td{background:var(--panel);box-shadow:inset 0 0 0 2px var(--focus)}
        details{margin:.25rem 0}summary{cursor:pointer;padding:.25rem 0}
        pre{background:var(--panel);padding:.75rem;overflow:auto;max-height:30rem;font-size:.85rem;white-space:pre-wrap;tab-size:2}
        svg{display:block;width:100%;min-width:46rem;height:auto;font:12px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
        svg text{fill:var(--ink)}svg .soft{fill:var(--soft)}svg .grid{stroke:var(--line)}
        .band-open{fill:var(--open)}.band-resolved{fill:var(--resolved)}.band-unknown{fill:var(--unknown)}
        .mark{fill:var(--mark);stroke:var(--mark);stroke-width:2}
        .inferred .mark{fill:var(--page);stroke-dasharray:3 2}
        .failed .mark{fill:none;stroke:var(--fail)}
        .readout{visibility:hidden;pointer-events:none}
        .readout rect{fill:var(--panel);stroke:var(--line)}
        svg a:hover .readout,svg a:focus .readout{visibility:visible}
        svg a:hover .mark,svg a:focus .mark{stroke:var(--focus);stroke-width:4}
        svg a:focus{outline:none}
        figcaption{color:var(--soft);font-size:.9rem}
        @media (max-width:40rem){
        .facts tr{border:0;border-bottom:1px solid var(--line);margin:0}.facts th{display:block;width:100%;border:0;padding-bottom:0}.facts td::before{content:none}
        thead{position:absolute;left:-999rem}
        table,caption,tbody,tr,td{display:block;width:100%}
        tr{border:1px solid var(--line);margin:.5rem 0;padding:.25rem}
        td{border:0;padding:.2rem .5rem}
        td[data-column=Time],td[data-column=Began]{white-space:normal}td[data-column=Step],td[data-column=Change]{width:100%}
        td:empty{display:none}
        td::before{content:var(--column) ": ";color:var(--soft);font-style:normal}}
        @media print{:root{color-scheme:light;--page:#fff;--ink:#000;--soft:#444;--line:#bbb;--panel:#f4f4f4;--link:#000;
        --open:#fdeedd;--resolved:#e6f6ec;--unknown:#eee;--mark:#0550ae;--fail:#b3261e;--focus:#bbb}
        body{max-width:none;padding:0;font-size:10pt}nav,.skip,.records,.see{display:none}
        table{font-size:8.5pt}th,td{padding:.25rem .4rem}td{min-width:4rem}td[data-column=Events],td[data-column=Changes],td[data-column=Failures],td[data-column=Note]{min-width:0}
        td[data-column=Caller],td[data-column="Resolved by"]{min-width:8.5rem}td[data-column=Credentials]{min-width:13rem}td[data-column="First and last"]{min-width:10.5rem}
        td[data-column=Addresses]{min-width:6.5rem}td[data-column="Access keys"]{min-width:10.5rem}
        tr,figure{break-inside:avoid}thead{display:table-header-group}h2,h3,caption,thead tr,p:has(+.scroll){break-after:avoid}tbody tr:first-child{break-before:avoid}
        p{orphans:3;widows:3}#records+p::after{content:" They are in the page, and not on paper."}
        h2[id^=incident-]:not(#incident-1),#incidents~#incident-1,#changes,#coverage{break-before:page}
        .scroll,.drawing{content-visibility:visible;overflow:visible}svg{min-width:0}}

        """;
}
