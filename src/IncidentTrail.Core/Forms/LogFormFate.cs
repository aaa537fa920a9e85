namespace IncidentTrail.Forms;

/// <summary>What becomes of a form.</summary>
internal enum LogFormFate
{
    /// <summary>The records in it are read.</summary>
    Read,

    /// <summary>It holds no record and is passed over: the answer is complete all the same.</summary>
    PassedOver,

    /// <summary>It held records that are not read, or may have: the answer is not complete.</summary>
    LeftOut,
}
