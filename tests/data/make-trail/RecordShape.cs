namespace IncidentTrail.SampleTrail;

/// <summary>Where a record's form comes from. Not written into the log; the tables of expectations carry it.</summary>
internal enum RecordShape
{
    /// <summary>AWS's documentation describes a record of this form for this action and this kind of caller.</summary>
    Documented,

    /// <summary>
    /// Built from the API's model and from how CloudTrail renders the documented ones: no published record shows it.
    /// </summary>
    Assumed,
}
