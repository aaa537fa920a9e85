namespace IncidentTrail;

/// <summary>The forms a report can have.</summary>
public enum TrailReportFormat
{
    /// <summary>One page that needs nothing else: no script, no network.</summary>
    Html,

    /// <summary>Markdown, as GitHub and most wikis read it.</summary>
    Markdown,

    /// <summary>A row for each step, for a spreadsheet.</summary>
    Csv,

    /// <summary>JSON of the module's own schema, with the records, from which the incidents can be rebuilt.</summary>
    Json,
}
