using System.Net;

namespace IncidentTrail.Cmdlets.Tests;

/// <summary>A session with what a test says.</summary>
internal sealed class GivenSession : IAwsSession
{
    public string? Region { get; init; }

    public Func<TrailCredential>? Stored { get; init; }

    public IWebProxy? Given { get; init; }

    public Func<TrailCredential>? Credential() => Stored;

    public IWebProxy? Proxy() => Given;

    public string FullPath(string path) => "/full/" + path;

    public string? AskMfaCode(string serial) => "123456 of " + serial;
}
