namespace IncidentTrail.Aws.Tests.Swift;

/// <summary>Tests against a real S3 server; skipped, with the reason, where that is not installed.</summary>
public sealed class SwiftTheoryAttribute : TheoryAttribute
{
    public SwiftTheoryAttribute() => Skip = SwiftServer.Missing;
}
