using System.Net;
using Amazon.S3.Model;

namespace IncidentTrail.Aws.S3;

/// <summary>An object that was opened: its headers, and its body still to come.</summary>
internal sealed class S3Object(GetObjectResponse answer) : IDisposable
{
    public ObjectHeaders Headers { get; } = new(answer);

    public Stream Body => answer.ResponseStream;

    /// <summary>True where the body begins at the byte that was asked for; false where it is the whole object.</summary>
    public bool IsPart => answer.HttpStatusCode == HttpStatusCode.PartialContent;

    public void Dispose() => answer.Dispose();
}
