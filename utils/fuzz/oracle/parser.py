#===- parser.py - Trees ----------------------------------------------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
"""Trees are tuples: (form, place, parts..)."""

from .lexer import SynErr, lex

BIN={'**':20,'*':19,'/':19,'%':19,'+':18,'-':18,'<<':17,'>>':17,'&':16,'^':15,'|':14,'<':13,'<=':13,'>':13,'>=':13,'in':13,'==':12,'!=':12,'..':11,'..=':11,'&&':10,'??':9,'||':8}
ASG={'=','+=','-=','*=','/=','%=','**=','&=','|=','^=','<<=','>>='}
BLOCKLIKE={'block','if','iflet','for','while','whilelet','loop','fun','match','try','item'}
class P:
    def __init__(s,toks): s.t=toks;s.i=0;s.noin=0;s.inhead=False
    @property
    def cur(s): return s.t[s.i]
    def nxt(s): t=s.t[s.i]; s.i+=1; return t
    def at(s,v): return s.cur.k in('op','kw') and s.cur.v==v
    def eat(s,v):
        if s.at(v): return s.nxt()
    def need(s,v):
        if not s.at(v): raise SynErr(f'expected {v} got {s.cur}')
        return s.nxt()
    def ident(s):
        if s.cur.k!='id': raise SynErr(f'expected name got {s.cur}')
        return s.nxt()
    def program(s):
        st=[]
        while s.cur.k!='eof':
            if s.eat(';'): continue
            st.append(s.stmt())
        return ('block',(1,1),st)
    STM=set(); KEEP=[]
    def block(s):
        b=s.need('{'); st=[]
        sv=(s.noin); s.noin=0; sh=s.inhead; s.inhead=False
        while not s.at('}'):
            if s.eat(';'): continue
            if s.cur.k=='eof': raise SynErr('eof in block')
            st.append(s.stmt())
        s.noin=sv; s.inhead=sh
        s.need('}'); return ('block',(b.l,b.c),st)
    def attrs(s):
        inl=False
        while True:
            if s.at('#') and s.t[s.i+1].v in('[','!'):
                s.nxt(); s.eat('!'); s.bal('[')
            elif s.at('@') and s.t[s.i+1].k=='id' and s.t[s.i+2].v!=':':
                s.nxt(); s.nxt()
                if s.at('(') and s.cur.adj: s.bal('(')
            else: return
    def bal(s,o):
        s.need(o); d=1
        while d:
            t=s.nxt()
            if t.k=='op':
                if t.v in '([{' : d+=1
                elif t.v in ')]}': d-=1
    def typ(s):
        # consume a type
        if s.eat('&'): s.eat('mut'); return s.typ()
        if s.eat('['):
            s.typ()
            if s.eat(';'): s.expr(0)
            s.need(']'); return
        if s.eat('('):
            while not s.at(')'):
                s.typ(); s.eat(',')
            s.need(')'); 
            if s.eat('->'): s.typ()
            return
        if s.eat('fn'): return s.typ()
        t=s.nxt()
        while s.eat('::'): t=s.nxt()
        if s.at('<'):
            s.nxt(); d=1
            while d:
                x=s.nxt()
                if x.v=='<': d+=1
                elif x.v=='>': d-=1
                elif x.v=='>>': d-=2
        return t.v
    def stmt(s):
        s.attrs()
        e=s.expr(0,True)
        if e[0]=='method': P.STM.add(id(e)); P.KEEP.append(e)
        return e
    def fundef(s):
        f=s.nxt(); name=None
        if s.cur.k=='id': nt=s.nxt(); name=nt.v; p=(nt.l,nt.c)
        else: p=(f.l,f.c)
        if s.at('<'):
            d=0
            while True:
                x=s.nxt()
                if x.v=='<': d+=1
                elif x.v=='>': d-=1
                if d==0: break
        s.need('('); ps=[]
        while not s.at(')'):
            s.attrs(); s.eat('mut'); n=s.ident().v; d=None
            if s.eat(':'): s.typ()
            if s.eat('='): d=s.expr(1)
            ps.append((n,d))
            if not s.eat(','): break
        s.need(')')
        if s.eat('->'): s.typ()
        b=s.block()
        return ('fun',p,name,ps,b)
    def expr(s,lo,stmt=False):
        return s.asg(stmt)
    def asg(s,stmt=False):
        l=s.tern(stmt)
        t=s.cur
        if t.k=='op' and t.v in ASG and not(stmt and l[0] in BLOCKLIKE and t.nl):
            s.nxt(); r=s.asg()
            if l[0] not in('var','index','field','deref'): raise SynErr(f'bad assign target {l[0]} at {t.l}')
            return ('asg',(t.l,t.c),t.v,l,r)
        return l
    def tern(s,stmt=False):
        c=s.bin(8,stmt)
        t=s.cur
        if s.at('?') and s.ternok():
            s.nxt(); a=s.asg(); s.need(':'); b=s.asg()
            return ('tern',(t.l,t.c),c,a,b)
        return c
    def ternok(s):
        n=s.t[s.i+1]
        if n.nl: return False
        if not (n.k in('int','float','str','fstr','id') or n.v in('(','[','-','!','~','true','false','null','if','{','+','self','match','try','|')): return False
        d=0;k=s.i+1;q=0
        while True:
            t=s.t[k]
            if t.k=='eof': return False
            if d==0 and t.nl: return False
            if t.k=='op':
                if t.v in('(','[','{'): d+=1
                elif t.v in(')',']','}'):
                    if d==0: return False
                    d-=1
                elif d==0 and t.v in(',',';'): return False
                elif d==0 and t.v=='?' : q+=1
                elif d==0 and t.v==':':
                    if q==0: return True
                    q-=1
            k+=1
    def contin(s,t):
        # may operator t continue the previous expression?
        if not t.nl: return True
        if t.v in('-','*','&','|'): return t.sp
        if t.v=='||': return not (s.t[s.i+1].v=='{' and not s.t[s.i+1].nl)
        if t.v=='?': return False
        return True
    def bin(s,lo,stmt=False):
        l=s.unary(stmt)
        while True:
            t=s.cur
            if not(t.k=='op' or t.v in('as','in')): break
            if t.v=='as' and t.k=='kw':
                s.nxt(); ty=s.typ(); l=('as',(t.l,t.c),l,ty); continue
            if t.v=='in' and (t.k!='kw' or s.noin): break
            p=BIN.get(t.v)
            if t.v=='|>' and lo<=10 and s.contin(t):
                s.nxt(); l=('pipe',(t.l,t.c),l,s.stage()); continue
            if p is None or p<lo or not s.contin(t): break
            s.nxt()
            pos=(t.l,t.c)
            if t.v in('..','..='):
                n=s.cur
                if n.v in(']',')','}',',',';','{') and n.k=='op' or n.k=='eof' or (n.nl): r=None
                else: r=s.bin(p+1)
                l=('range',pos,l,r,t.v=='..=')
            elif t.v=='**': l=('bin',pos,'**',l,s.bin(p))
            elif t.v=='in': l=('bin',pos,'in',l,s.bin(11))
            elif t.v in('&&','||','??'): l=(t.v,pos,l,s.bin(p+1))
            else: l=('bin',pos,t.v,l,s.bin(p+1))
        return l
    def unary(s,stmt=False):
        t=s.cur
        if t.k=='op':
            if t.v in('-','+','!','~'):
                s.nxt()
                if t.v=='-' and s.cur.k=='int' and s.cur.v==2**63:
                    s.nxt(); return ('lit',(t.l,t.c),-2**63)
                return ('un',(t.l,t.c),t.v,s.unary())
            if t.v=='&':
                s.nxt(); m=s.eat('mut'); x=s.unary()
                return ('refmut',(t.l,t.c),x) if m else x
            if t.v=='*': s.nxt(); return ('deref',(t.l,t.c),s.unary())
            if t.v=='**': s.nxt(); return s.unary()
            if t.v in('++','--'):
                s.nxt(); x=s.unary(); return ('asg',(t.l,t.c),t.v[0]+'=',x,('lit',(t.l,t.c),1))
            if t.v in('..','..='):
                s.nxt()
                n=s.cur
                r=None if n.v==']' else s.bin(12)
                return ('range',(t.l,t.c),None,r,t.v=='..=')
        return s.postfix(s.primary(stmt))
    def args(s):
        s.need('('); a=[]; sv=s.noin; s.noin=0; sh=s.inhead; s.inhead=False
        while not s.at(')'):
            if s.cur.k=='id' and s.t[s.i+1].k=='op' and s.t[s.i+1].v in(':','='):
                n=s.nxt(); o=s.nxt(); a.append((n.v,s.expr(0),o.v))
            else: a.append((None,s.expr(0),None))
            if not s.eat(','): break
        s.need(')'); s.noin=sv; s.inhead=sh
        return a
    def postfix(s,e):
        while True:
            t=s.cur
            if t.k!='op': return e
            if t.v=='(' and not t.nl and e[0] not in BLOCKLIKE:
                a=s.args(); e=('call',e[1],e,a)
            elif t.v=='[' and not t.nl and e[0] not in BLOCKLIKE and (t.adj or e[0] not in('lit','str','fstr','arr','call','method')):
                s.nxt(); sv=s.noin; s.noin=0
                i=s.expr(0)
                s.noin=sv
                s.need(']'); e=('index',(t.l,t.c),e,i)
            elif t.v=='.':
                s.nxt(); n=s.nxt()
                if s.at('::'):
                    s.nxt(); s.typ()
                if s.at('(') and not s.cur.nl and n.k!='int': e=('method',(n.l,n.c),e,n.v,s.args())
                else: e=('field',(n.l,n.c),e,n.v if n.k!='int' else str(n.v))
            elif t.v in('++','--') and not t.nl and e[0] in('var','index','field'):
                s.nxt(); e=('asg',(t.l,t.c),t.v[0]+'=',e,('lit',(t.l,t.c),1))
            elif t.v=='?' and not t.nl and not s.ternok(): s.nxt(); e=('question',(t.l,t.c),e)
            else: return e
    def head(s):
        v,s.inhead=s.inhead,True
        e=s.expr(0); s.inhead=v; return e
    def primary(s,stmt=False):
        t=s.cur; pos=(t.l,t.c)
        if t.k in('int','float'):
            if t.k=='int' and t.v>=2**63: raise SynErr('Invalid integer literal')
            s.nxt(); return ('lit',pos,t.v)
        if t.k=='str': s.nxt(); return ('str',pos,t.v)
        if t.k=='fstr':
            s.nxt(); ps=[]
            for p in t.v:
                if isinstance(p,str): ps.append(p)
                else:
                    q=type(s)(lex(p[0],p[2],p[3])); ex=q.expr(0)
                    if q.cur.k!='eof': raise SynErr(f'fstring junk {q.cur}')
                    ps.append((ex,p[1]))
            return ('fstr',pos,ps)
        if t.k=='label' or (t.v=='@' and s.t[s.i+1].k=='id' and s.t[s.i+2].v==':'):
            s.nxt(); lab=t.v
            if t.v=='@': lab=s.nxt().v
            s.need(':')
            e=s.primary()
            if e[0] not in('for','while','whilelet','loop'): raise SynErr('label')
            return e[:2]+(lab,)+e[3:]
        if t.k=='id':
            n=s.t[s.i+1]
            if n.v=='!' and n.adj and s.t[s.i+2].v in('(','[','{') and s.t[s.i+2].adj:
                s.nxt(); s.nxt()
                o=s.nxt(); a=[]; rep=None; sv=s.noin; s.noin=0
                close={'(':')','[':']','{':'}'}[o.v]
                while not s.at(close):
                    if s.cur.k=='id' and s.t[s.i+1].v=='=' : 
                        nm=s.nxt().v; s.nxt(); a.append((nm,s.expr(0)))
                    else: a.append((None,s.expr(0)))
                    if s.eat(';'): rep=s.expr(0); break
                    if not s.eat(','): break
                s.need(close); s.noin=sv
                return ('macro',pos,t.v,a,rep)
            s.nxt()
            if t.v=='i64' and s.at('::'):
                s.nxt(); n=s.nxt().v
                return ('lit',pos,{'MAX':2**63-1,'MIN':-2**63}[n])
            if t.v=='f64' and s.at('::'):
                s.nxt(); n=s.nxt().v
                return ('lit',pos,{'MAX':sys.float_info.max,'INFINITY':math.inf,'NAN':math.nan,'EPSILON':sys.float_info.epsilon}[n])
            return ('var',pos,t.v)
        if t.k=='kw':
            v=t.v
            if v in('true','false'): s.nxt(); return ('lit',pos,v=='true')
            if v=='null': s.nxt(); return ('lit',pos,None)
            if v=='pub': s.nxt(); return s.primary()
            if v in('fun','fn'): return s.fundef()
            if v in('let','var','const','static'):
                s.nxt(); s.eat('mut'); n=s.ident()
                if s.eat(':'): s.typ()
                s.need('='); e=s.expr(0)
                return ('let',pos,n.v,e)
            if v=='if':
                s.nxt(); c=s.head(); a=s.block(); b=None
                if s.eat('else'):
                    b=s.primary() if s.at('if') else s.block()
                return ('if',pos,c,a,b)
            if v=='while': s.nxt(); c=s.head(); return ('while',pos,None,c,s.block())
            if v=='loop': s.nxt(); return ('loop',pos,None,s.block())
            if v=='for':
                s.nxt(); s.eat('mut'); n=s.ident(); s.need('in'); it=s.head(); return ('for',pos,None,n.v,it,s.block())
            if v in('break','continue'):
                s.nxt(); lab=None; val=None
                if s.cur.k=='label' : lab=s.nxt().v
                elif s.at('@') and not s.cur.nl: s.nxt(); lab=s.nxt().v
                if v=='break' and not s.cur.nl and s.cur.k!='eof' and not(s.cur.k=='op' and s.cur.v in(';','}',')',']',',')): val=s.expr(0)
                return (v,pos,lab,val)
            if v=='return':
                s.nxt(); val=None
                if not s.cur.nl and s.cur.k!='eof' and not(s.cur.k=='op' and s.cur.v in(';','}',')',']',',')): val=s.expr(0)
                return ('return',pos,val)
        if t.v=='(':
            s.nxt(); sv=s.noin; s.noin=0
            if s.eat(')'): s.noin=sv; return ('lit',pos,None)
            e=s.expr(0)
            if s.at(','): raise SynErr(f'tuple at {t.l}')
            s.need(')'); s.noin=sv; return ('paren',pos,e)
        if t.v=='[':
            s.nxt(); a=[]; sv=s.noin; s.noin=0
            while not s.at(']'):
                if s.eat('...'): a.append(('spread',pos,s.expr(0)))
                else: a.append(s.expr(0))
                if len(a)==1 and s.eat(';'):
                    n=s.expr(0); s.need(']'); s.noin=sv; return ('rep',pos,a[0],n)
                if not s.eat(','): break
            s.need(']'); s.noin=sv; return ('arr',pos,a)
        if t.v=='{':
            n=s.t[s.i+1];n2=s.t[s.i+2]
            if n.v=='}' and n.k=='op' : raise SynErr(f'empty object at {t.l}')
            if (n.k in('id','str') and n2.v in(':','=>') and n2.k=='op'): raise SynErr(f'object at {t.l}')
            return s.block()
        raise SynErr(f'unexpected {t}')
