namespace IncidentTrail.Shell.Editing;

/// <summary>Ctrl+C is a key while a line is edited, and a signal while a pipeline runs.</summary>
internal static class InterruptKey
{
    /// <summary>Reads something with Ctrl+C as a key.</summary>
    public static T AsKey<T>(Func<T> read)
    {
        Console.TreatControlCAsInput = true;
        try
        {
            return read();
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }
}
