namespace IncidentTrail.SampleTrail;

/// <summary>
/// Somebody or something that calls, with the credentials and the program used. The first two and the flags say what
/// a reader must conclude; the others are what the record shows.
/// </summary>
/// <param name="Kind">The expected kind of caller.</param>
/// <param name="Name">The expected name; null where more than one name would be right.</param>
/// <param name="UserIdentity">The record's userIdentity at an instant: a session's start is part of it.</param>
/// <param name="Address">The record's sourceIPAddress.</param>
/// <param name="Agent">The record's userAgent; <c>{command}</c> in it becomes the AWS CLI's name of the call.</param>
internal sealed record Caller(string Kind, string? Name, Func<DateTimeOffset, object> UserIdentity, string Address,
    string Agent)
{
    public bool IsRoot { get; init; }

    public bool IsIdentityCenterUser { get; init; }

    public bool IsService { get; init; }

    public bool ViaService { get; init; }

    /// <summary>The credentials belong to a console session.</summary>
    public bool FromConsole { get; init; }

    /// <summary>CloudTrail leaves tlsDetails out where a service made the call.</summary>
    public bool ShowsTls => !IsService && !ViaService && Agent != Agents.Internal;
}
