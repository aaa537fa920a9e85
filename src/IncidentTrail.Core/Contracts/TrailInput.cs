namespace IncidentTrail;

/// <summary>
/// An object of this module that its cmdlets take back from the pipeline. One type for all of them, so that one
/// parameter can take logs as well as events, and text in the pipeline stays a path. A class, since PowerShell binds an
/// object to an array of its base class, and not to one of its interface.
/// </summary>
public abstract class TrailInput
{
    private protected TrailInput()
    {
    }
}
