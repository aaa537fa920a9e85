namespace IncidentTrail.Logs;

/// <summary>Where in a log's structure the reader stands.</summary>
internal enum LogPosition
{
    /// <summary>Between two values of the file.</summary>
    Top,

    /// <summary>In a list that is the file.</summary>
    List,

    /// <summary>In the list of an object, such as <c>Records</c>.</summary>
    ListOfObject,

    /// <summary>Behind that list, in its object.</summary>
    AfterList,

    /// <summary>Between two cells of a CSV file.</summary>
    Cells,

    /// <summary>At the end, or where reading stopped.</summary>
    End,
}
